using Dockerlint.Linting;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;

namespace Dockerlint.Rules;

internal sealed class MissingCopySource : Rule
{
    public override RuleInfo Info { get; } = new("DK3004", "missing-copy-source", Category.Context, Severity.Error)
    {
        Since = "0.1",
        Fix = FixAvailability.Sometimes,
        Doc = new(
            "COPY or ADD names a path that is not in the build context.",
            """
            The build fails. Patterns are not looked at, since a pattern that fits nothing is no error, and neither are paths with
            variables. Where the context is not stated with `--context`, a path may be made before the build or the context be another
            folder: then only a name is reported that differs from one there by its case or one letter.
            """,
            [
                new(
                    Bad: """
                    FROM python:3.13
                    COPY requirement.txt /app/
                    """,
                    Good: """
                    FROM python:3.13
                    COPY requirements.txt /app/
                    """,
                    Fixed: """
                    FROM python:3.13
                    COPY requirements.txt /app/
                    """) { ContextFiles = ["requirements.txt"] },
                new(
                    Bad: """
                    FROM python:3.13
                    COPY Config /app/config/
                    """,
                    Good: """
                    FROM python:3.13
                    COPY config/*.yml /app/config/
                    """,
                    Fixed: """
                    FROM python:3.13
                    COPY config /app/config/
                    """) { ContextFiles = ["config/app.toml"] },
            ])
        {
            Remedy = """
                Correct the path: it counts from the top of the build context, not from the Dockerfile, and upper and lower case differ.
                If something makes the file before the build, run that first; files elsewhere need `docker build --build-context`.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.BuildContext is not { } build)
        {
            return;
        }

        foreach (var source in ContextSource.Of(context))
        {
            if (source.Path.Length == 0 || PathGlob.IsPattern(source.Path) || context.Tree.Source.Slice(source.Span).Contains('$')
                || build.Listing.Files.Resolve(source.Path) is not null || LeadsThroughLink(source.Path, build.Listing.Files)
                    || build.Listing.MayHide(source.Path)
                || build.Rules.Excludes(source.Path))
            {
                continue;
            }

            var folder = ContextPath.Parent(source.Path);
            var near = NearName.Of(ContextPath.Base(source.Path), build.Listing.Files.Below(folder)
                .Where(entry => ContextPath.Parent(entry.Path) == folder).Select(entry => entry.Name));
            if (near is not null)
            {
                context.Report(source.Span, $"{source.Path} is not in the build context, but {ContextPath.Join(folder, near)} is",
                    Rename(source, near, context));
            }
            else if (build.IsStated)
            {
                context.Report(source.Span, $"{source.Path} is not in the build context");
            }
        }
    });

    // Where a link leads is a matter of the builder.
    private static bool LeadsThroughLink(string path, ContextManifest files)
    {
        for (var at = path; at.Length > 0; at = ContextPath.Parent(at))
        {
            if (files.Find(at) is { Kind: ContextEntryKind.SymbolicLink })
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<Fix> Rename(ContextSource source, string near, RuleContext context)
    {
        var name = ContextPath.Base(source.Path);
        var at = context.Tree.Source.ToString(source.Span).LastIndexOf(name, StringComparison.Ordinal);
        return at < 0 ? []
            : Fix.Of($"Write {near}", Applicability.Unsafe, new TextEdit(new TextSpan(source.Span.Start + at, name.Length), near));
    }
}
