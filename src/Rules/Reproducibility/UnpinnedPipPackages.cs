using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class UnpinnedPipPackages : Rule
{
    private static readonly string[] s_archives = [".whl", ".tar.gz", ".zip", ".tar.bz2", ".tar.xz", ".tgz"];
    private static readonly string[] s_vcs = ["git+", "hg+", "svn+", "bzr+"];

    public override RuleInfo Info { get; } = new("DL3013", "unpinned-pip-packages", Category.Reproducibility, Severity.Warning)
    {
        Since = "0.1",
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Doc = new(
            "pip installs packages without versions.",
            """
            Without versions a rebuild installs whatever the index has on that day. Requirement files, constraints, local paths and
            archives are left alone, and so are what only a variable knows and newer versions of pip, setuptools and wheel, which
            install the rest. pip, pipx, uv pip and uv tool are looked at.
            """,
            [
                new(
                    Bad: """
                    FROM python:3.13
                    RUN pip install flask
                    """,
                    Good: """
                    FROM python:3.13
                    RUN pip install flask==3.1.2
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    RUN python3 -m pip install --no-cache-dir -r requirements.txt gunicorn
                    """,
                    Good: """
                    FROM python:3.13
                    RUN pip install -e .[dev] && pip install .[test]
                    """),
                new(
                    Bad: """
                    FROM python:3.13
                    RUN uv pip install --system flask
                    """,
                    Good: """
                    FROM python:3.13
                    RUN pip install --no-index --find-links /wheels flask
                    """),
            ])
        {
            Remedy = """
                Pin each package, as in `flask==3.1.2`, or keep the versions in a file that you pass with `-r requirements.txt` or `-c
                constraints.txt`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(EffectKind.Installs, static (use, context) =>
    {
        if (!use.Invocation.Has(OptionRole.Constraint) && !use.Invocation.Has(OptionRole.Version)
            && !use.Invocation.Has(OptionRole.Offline) && !IsOfProject(use.Invocation))
        {
            PackagePins.Report(context, use, PackageKind.Python, static package => IsPinned(package.Word.Text), "package==version");
        }
    });

    // What is added to a project is held to by its lock file.
    private static bool IsOfProject(Invocation command) => command.Verb is { } verb
        && verb.Effects.Any(effect => effect is { Kind: EffectKind.Context, If.IsEmpty: true, When: OperandCondition.Any });

    private static bool IsPinned(string package)
    {
        if (PythonTools.Installers.Contains(package)
            || package.AsSpan().IndexOfAny("=<>~!") >= 0 || s_archives.Any(ending => package.EndsWith(ending, StringComparison.Ordinal)))
        {
            return true;
        }

        var scheme = package.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            // A path, with or without extras, or a name with an address behind an at sign.
            return package.StartsWith('.') || package.Contains('/', StringComparison.Ordinal)
                || package.Contains('@', StringComparison.Ordinal);
        }

        var path = package.IndexOf('/', scheme + 3);
        return !s_vcs.Any(prefix => package.Contains(prefix, StringComparison.Ordinal)) || (path >= 0 && package.IndexOf('@', path) > 0);
    }
}
