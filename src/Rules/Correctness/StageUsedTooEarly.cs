using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>DK6003.</summary>
public sealed class StageUsedTooEarly : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("DK6003", "stage-used-too-early", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Doc = new("A stage is used that is defined only further down, or not at all.",
            "COPY --from and mounts of such a stage end the build. FROM does not see it either and takes the name for an image of a registry.",
            [new("FROM alpine:3.22 AS a\nCOPY --from=b /x /x\nFROM alpine:3.22 AS b\n", "FROM alpine:3.22 AS b\nFROM alpine:3.22 AS a\nCOPY --from=b /x /x\n"),
             new("FROM build\nFROM alpine:3.22 AS build\n", "FROM alpine:3.22 AS build\nFROM build\n"),
             new("FROM alpine:3.22\nCOPY --from=3 /x /x\n", "FROM alpine:3.22\nFROM alpine:3.22\nCOPY --from=0 /x /x\n")]),
    };

    /// <inheritdoc/>
    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        if (stage.Base is { Kind: BaseKind.Image, Text: { } name } && Later(context.Model, stage, name) is { } meant)
        {
            context.Report(stage.From.Image.Span, $"stage {name} is defined only below: here it is an image of that name", Related(meant));
        }

        foreach (var step in stage.Steps.Where(step => step.Instruction is CopyInstruction or RunInstruction))
        {
            foreach (var flag in step.Instruction.Flags)
            {
                var source = flag switch
                {
                    { Name: "from", ValueWord: { } word } => WordExpander.Expand(word, context.Model.GlobalScope.Lookup),
                    { Name: "mount", Value: { } mount } => mount.Split(',').FirstOrDefault(field => field.StartsWith("from=", StringComparison.Ordinal))?[5..],
                    _ => null,
                };
                if (source is not null)
                {
                    Check(stage, source, (flag.Name == "from" ? flag.ValueWord! : (SyntaxNode)flag).Span, context);
                }
            }
        }
    });

    private static void Check(Stage stage, string name, TextSpan span, RuleContext context)
    {
        var stages = context.Model.Stages;
        if (context.Settings.NamedContexts.Contains(name) || stages.Take(stage.Index + 1).Any(earlier => name.Equals(earlier.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        if (Later(context.Model, stage, name.ToLowerInvariant()) is { } meant)
        {
            context.Report(span, $"stage {name} is defined only below", Related(meant));
        }
        else if (name.Length is > 0 and < 6 && name.All(char.IsAsciiDigit) && int.Parse(name) is var index && index > stage.Index)
        {
            context.Report(span, index < stages.Count ? $"stage {name} is defined only below" : $"there is no stage {name}: the file has {stages.Count}");
        }
    }

    private static Stage? Later(BuildModel model, Stage stage, string name) => model.Stages.Skip(stage.Index + 1).FirstOrDefault(later => later.Name == name);

    private static RelatedSpan[] Related(Stage stage) => [new RelatedSpan(stage.From.StageName!.Span, "defined here")];
}
