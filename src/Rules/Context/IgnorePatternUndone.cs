using Dockerlint.Linting;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Rules;

internal sealed class IgnorePatternUndone : Rule
{
    private static readonly string[] s_everything = ["*", "**", "**/*"];

    public override RuleInfo Info { get; } = new("DK3005", "ignore-pattern-undone", Category.Context, Severity.Warning)
    {
        Since = "0.1",
        Doc = new(
            "A pattern of .dockerignore has no effect, since a later one decides of all it fits.",
            """
            The last pattern that fits a path or a folder above it decides, so exceptions (!) belong behind what they are exceptions of.
            Told at the first COPY or ADD from the context.
            """,
            [
                new(
                    Bad: """
                    FROM golang:1.26
                    COPY . /src/
                    """,
                    Good: "FROM scratch\n") { DockerIgnore = "!go.mod\n*\n" },
                new(
                    Bad: """
                    FROM golang:1.26
                    COPY . /src/
                    """,
                    Good: "FROM scratch\n") { DockerIgnore = "config/*.key\n!config\n" },
            ])
        {
            Remedy = """
                Put the wider pattern first and the narrower one behind it, such as `*` and then `!go.mod`, or `!config` and then
                `config/*.key`. Delete the pattern if its effect is not wanted any more.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        if (context.DockerIgnore is not { } text || ContextSource.Of(context).FirstOrDefault() is not { } source)
        {
            return;
        }

        var patterns = IgnoreRules.Parse(text).Patterns;
        for (var i = 0; i < patterns.Length; i++)
        {
            var later = patterns.Skip(i + 1).FirstOrDefault(pattern => Covers(pattern.Text, patterns[i].Text));
            if (later is not null && later.IsException != patterns[i].IsException)
            {
                context.Report(source.Span, $"{Write(patterns[i])} in .dockerignore has no effect: {Write(later)} comes behind it");
            }
        }
    });

    private static string Write(IgnorePattern pattern) => pattern.IsException ? "!" + pattern.Text : pattern.Text;

    // Whether all that the narrow pattern fits is fitted by the wide one, as far as the texts say.
    private static bool Covers(string wide, string narrow) => wide == narrow || s_everything.Contains(wide)
        || (narrow.StartsWith(wide + "/", StringComparison.Ordinal) && wide.AsSpan().IndexOfAny("*?[]\\") < 0);
}
