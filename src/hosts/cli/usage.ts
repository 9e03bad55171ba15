/** What `spotcheck --help` prints. */
export const usage = `spotcheck: checks the steps of LaTeX derivations numerically

  spotcheck check FILE|FOLDER|GLOB|- ...   check documents (.tex .md .qmd .ipynb); - reads standard input
  spotcheck stream                         a filter: {"path","text"} a line in, {"path","report"} a line out

Options of check
  --format pretty|json|sarif|junit|github  what to print (default pretty)
  --seed N         seed of the samples (default 0)
  --samples N      worlds a step is sampled in (default 24)
  --jobs N         threads that a document is checked in (default: as the machine has, at most 4)
  --stdin-path NAME  name, and so format, of the document on standard input (default stdin.md)
  --verbose        list the steps that hold, too
  --quiet          print only failing steps, or nothing
  --no-color       plain text (also: NO_COLOR)
  --help, --version

Exit status: 0 no step fails; 1 at least one step fails; 2 wrong usage or a file that cannot be read.
`;
