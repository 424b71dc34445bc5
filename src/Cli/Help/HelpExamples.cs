namespace Dockerlint.Cli;

/// <summary>The examples in the help of the commands.</summary>
internal static class HelpExamples
{
    /// <summary>Command lines, each with what it does.</summary>
    /// <param name="path">The words of the command.</param>
    internal static IReadOnlyList<(string Line, string Meaning)> Of(string path) => path switch
    {
        "dockerlint" =>
        [
            ("dockerlint Dockerfile", "Tell what is wrong in a file."),
            ("dockerlint --fix .", "Mend what can be mended safely in all Dockerfiles below this folder."),
            ("dockerlint --explain DL3008", "Why a rule is there, with examples."),
        ],
        "dockerlint lint" =>
        [
            ("dockerlint lint .", "All Dockerfiles below this folder, without what git ignores."),
            ("dockerlint lint -f sarif -o lint.sarif -f text -o - .", "SARIF into a file, text to the screen."),
            ("dockerlint lint --changed-since origin/main -f github .", "Only findings on lines that a branch changes, as annotations."),
            ("dockerlint lint --baseline known.json --write-baseline .",
                "Take what is there as known; without --write-baseline, report what is new."),
            ("dockerlint lint compose.yaml", "The Dockerfiles of all services, with their arguments and targets."),
            ("git ls-files -z '*Dockerfile*' | dockerlint lint --files-from -", "The files that git knows."),
            ("dockerlint lint --diff --unsafe-fixes Dockerfile", "Show every fix as a diff, and change nothing."),
        ],
        "dockerlint fmt" =>
        [
            ("dockerlint fmt .", "Format all Dockerfiles below this folder, without what git ignores."),
            ("dockerlint fmt --check .", "Name the files that would change, with exit code 1."),
            ("dockerlint fmt --keep-keys .", "Change only what makes no step of a build run again."),
            ("dockerlint fmt - --stdin-file-path api/Dockerfile < api/Dockerfile", "For an editor: the result goes to standard output."),
        ],
        "dockerlint rules" => [("dockerlint rules untagged-base-image", "A rule by its name; a code such as DL3006 will do too.")],
        "dockerlint config" =>
        [
            ("dockerlint config check", "Tell what is wrong in the configuration that holds here."),
            ("dockerlint config show api/Dockerfile", "What holds for a file, and where each value comes from."),
        ],
        "dockerlint config check" => [("dockerlint config check .dockerlint.yaml", "Exit code 2 and a place for each mistake.")],
        "dockerlint config show" => [("dockerlint config show api/Dockerfile", "Each value with the file and line, variable or flag it "
        + "comes from.")],
        "dockerlint config schema" => [("dockerlint config schema > dockerlint.schema.json", "For the editor.")],
        "dockerlint migrate" => [("dockerlint migrate -o .dockerlint.yaml", "Say in our file what .hadolint.yaml says.")],
        "dockerlint completion" =>
        [
            ("source <(dockerlint completion bash)", "In ~/.bashrc."),
            ("source <(dockerlint completion zsh)", "In ~/.zshrc, behind compinit."),
            ("dockerlint completion fish | source", "In ~/.config/fish/config.fish."),
            ("dockerlint completion powershell | Out-String | iex", "In $PROFILE."),
        ],
        "dockerlint parse" => [("dockerlint parse --format json Dockerfile", "The syntax tree for another program.")],
        "dockerlint cache" =>
        [
            ("dockerlint cache diff HEAD~1 .", "What a build of this folder reuses of the build of the last commit."),
            ("dockerlint cache replay", "How often each step was reused in the git history."),
        ],
        "dockerlint cache simulate" =>
        [
            ("dockerlint cache simulate --touch src/app.ts", "What a build does again if that file changes."),
            ("dockerlint cache simulate --touch package.json src --cache registry",
                "The same on a machine that imports the cache of the last build."),
        ],
        "dockerlint cache diff" => [("dockerlint cache diff main .", "Which steps a build does again, and why.")],
        "dockerlint lsp" => [("dockerlint lsp", "Serve an editor that starts this command itself.")],
        "dockerlint verify" => [("dockerlint verify --no-run .", "Build and read the image, and do not run it.")],
        _ => [],
    };
}
