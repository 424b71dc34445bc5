using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class UnpinnedGoModules : Rule
{
    public override RuleInfo Info { get; } = new("DL3062", "unpinned-go-modules", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "go install, go get or go run of a module without a version.",
            """
            Without a version, or with a moving one such as latest or a branch, a rebuild takes whatever the module has on that day.
            Local packages and what the copied go.mod pins are left alone.
            """,
            [
                new(
                    Bad: """
                    FROM golang:1.25
                    RUN go install golang.org/x/tools/gopls@latest
                    """,
                    Good: """
                    FROM golang:1.25
                    RUN go install golang.org/x/tools/gopls@v0.20.0
                    """),
                new(
                    Bad: """
                    FROM golang:1.25
                    RUN go get github.com/pkg/errors
                    """,
                    Good: """
                    FROM golang:1.25
                    RUN go run main.go && go install ./cmd/... && go run cmd/x
                    """),
                new(
                    Bad: """
                    FROM golang:1.25
                    RUN go install github.com/a/b/cmd/c
                    """,
                    Good: """
                    FROM golang:1.25
                    COPY . .
                    RUN go install github.com/a/b/cmd/c
                    """),
            ])
        {
            Remedy = """
                Add a release, as in `go install golang.org/x/tools/gopls@v0.20.0`. For a tool that `go.mod` lists, copy `go.mod` and
                `go.sum` first and use `go install` without a version.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(CompiledTools.Go, ["install", "get", "run"], static (use, context) =>
    {
        var command = use.Invocation;
        var hasModule = command.VerbName != "get" && HasFilesOfContext(use);
        var targets = command.VerbName == "run" ? command.Operands.Take(1) : command.Operands;
        PackagePins.Report(context, use,
            [.. targets.Where(target => target.Value is { Length: > 0 } module && !IsPinned(module, hasModule))], "module@version");
    });

    private static bool IsPinned(string target, bool hasModule)
    {
        var at = target.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
        {
            return target[(at + 1)..] is not ("" or "latest" or "none" or "upgrade" or "patch" or "master" or "main" or "HEAD");
        }

        // Modules that can be fetched have a dot in the first part of their path.
        return hasModule || target is ['.' or '/', ..] || target.EndsWith(".go", StringComparison.Ordinal)
            || !target.Split('/')[0].Contains('.', StringComparison.Ordinal);
    }

    // Without a version the go.mod at hand decides, if one was copied in.
    private static bool HasFilesOfContext(InvocationUse use) => use.Stage.Chain.SelectMany(stage => stage.Steps)
        .Any(step => step.Instruction is FileTransferInstruction && step.Instruction.Span.Start < use.Instruction.Span.Start)
        || use.Instruction.Flags.Any(flag => flag.Name == "mount");
}
