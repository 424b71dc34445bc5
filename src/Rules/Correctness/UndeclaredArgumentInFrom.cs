using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>BuildKit's UndefinedArgInFrom.</summary>
internal sealed class UndeclaredArgumentInFrom : Rule
{
    public override RuleInfo Info { get; } =
        new("UndefinedArgInFrom", "undeclared-argument-in-from", Category.Correctness, Severity.Warning)
        {
            Since = "0.1",
            Profiles = Profiles.BuildKit | Profiles.Default | Profiles.Strict,
            Doc = new(
            "FROM uses a variable that no ARG before the first FROM declares.",
            "It expands to nothing, and a build argument of the name does not reach it. ENV and the ARGs inside stages do not count here.",
            [
                new(
                    Bad: "FROM alpine:3.22$SUFFIX\n",
                    Good: """
                    ARG SUFFIX
                    FROM alpine:3.22$SUFFIX
                    """),
                new("FROM --platform=$PLATFORM alpine:3.22\n", "FROM --platform=$BUILDPLATFORM alpine:3.22\n"),
            ])
            {
                Remedy = "Declare the name above the first `FROM`, as in `ARG SUFFIX`, best with a default. If it is misspelt, correct it.",
            },
        };

    public override void Register(RuleHooks on) => on.Instruction<FromInstruction>(static (from, context) =>
    {
        var words = new List<WordSyntax> { from.Image };
        if (from.Flag("platform") is { Value: { } value, ValueWord.Span: var span })
        {
            words.Insert(0, ExpandedWords.Word(value, span, context.Tree));
        }

        var globals = context.Get<EngineBuild>().Globals;
        foreach (var variable in words.SelectMany(word => word.Variables).DistinctBy(variable => variable.Name))
        {
            if (variable.Name.Length > 0 && !globals.Contains(variable.Name))
            {
                context.ReportAt(from.Span, variable.Span, $"variable {variable.Name} is not declared by an ARG before the first FROM");
            }
        }
    });
}
