using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class InstallWithoutLockFile : Rule
{
    public override RuleInfo Info { get; } = new("DK5003", "install-without-lock-file", Category.Reproducibility, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Hint,
        Profiles = Profiles.Strict,
        Doc = new(
            "Dependencies are installed without holding to a lock file.",
            """
            Two builds of the same file may install different versions. dotnet writes no lock file unless it is asked to and is not
            looked at. Off by default, since the file does not show whether there is a lock file; where it is copied by name,
            lock-file-ignored reports.
            """,
            [
                new(
                    Bad: """
                    FROM node:22
                    COPY . .
                    RUN npm install
                    """,
                    Good: """
                    FROM node:22
                    COPY . .
                    RUN npm ci
                    """),
                new(
                    Bad: """
                    FROM rust:1
                    RUN cargo install ripgrep
                    """,
                    Good: """
                    FROM rust:1
                    RUN cargo install --locked ripgrep
                    """,
                    Fixed: """
                    FROM rust:1
                    RUN cargo install --locked ripgrep
                    """),
            ])
        {
            Remedy = """
                Commit a lock file, copy it next to the manifest, and install with `npm ci`, `pnpm install --frozen-lockfile`, `uv sync
                --locked` or their like; add `--locked` to `cargo install`. If the project has no lock file on purpose, ignore the
                finding.
                """,
        },
        Fix = FixAvailability.Sometimes,
    };

    public override void Register(RuleHooks on)
    {
        on.File(static context =>
        {
            foreach (var install in context.Get<LockedInstalls>().Where(install => !install.IsLockFileThere && !install.How.IsOptIn))
            {
                context.Report(install.Use.Invocation.Span, $"nothing holds this to a lock file: use {install.How.Advice}");
            }
        });
        on.Invocation(EffectKind.Installs, static (use, context) =>
        {
            // A program that brings its lock file along.
            var command = use.Invocation;
            if (command.Find(EffectKind.Installs) is { Spec: { Lock: { } how, LockFile: null } }
                && !LockedInstalls.IsHeld(use, how, context.Model))
            {
                context.Report(command.Span, $"{command.Tool} {command.VerbName} resolves the dependencies again: use {how.Option}",
                    LockedInstalls.EditOf(use, how) is { } edit ? Fix.Of($"add {how.Option}", Applicability.Unsafe, edit) : []);
            }
        });
    }
}
