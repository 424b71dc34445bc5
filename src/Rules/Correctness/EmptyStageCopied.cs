using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class EmptyStageCopied : Rule
{
    public override RuleInfo Info { get; } = new("DK4007", "empty-stage-copied", Category.Correctness, Severity.Error)
    {
        Since = "0.1",
        Doc = new(
            "COPY --from of a stage that has no files.",
            "The stage begins from scratch and nothing in it or below it adds a file: the copy fails.",
            [
                new(
                    Bad: """
                    FROM scratch AS files
                    LABEL a=b
                    FROM alpine:3.22
                    COPY --from=files /app /app
                    """,
                    Good: """
                    FROM scratch AS files
                    COPY app /app
                    FROM alpine:3.22
                    COPY --from=files /app /app
                    """),
            ])
        {
            Remedy = "Correct the name in `--from`, or add the missing `COPY` or `ADD` to the stage.",
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            // The root of a stage without files is there, and copying it copies nothing: a known way to make a copy optional.
            if (step.Instruction is CopyInstruction copy && !copy.Sources.All(source => source is "/" or "." or "./")
                && copy.Flag("from") is { ValueWord: { } word }
                && WordExpander.Expand(word, context.Model.GlobalScope.Lookup) is { } name
                    && Find(context.Model, stage, name) is { } source && IsEmpty(source))
            {
                context.Report(word.Span, $"stage {name} has no files: it begins from scratch and nothing adds one");
            }
        }
    });

    private static Stage? Find(BuildModel model, Stage user, string name) =>
        model.Stages.Take(user.Index).LastOrDefault(stage => string.Equals(stage.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? model.Stages.Take(user.Index)
            .FirstOrDefault(stage => stage.Index.ToString(System.Globalization.CultureInfo.InvariantCulture) == name);

    private static bool IsEmpty(Stage stage) =>
        stage.Chain.All(part =>
        part.Base.Kind is BaseKind.Scratch or BaseKind.Stage && !part.IsIncomplete && !part.From.Image.Variables.Any()
        && !part.Steps.Any(step =>
            step.Instruction is FileTransferInstruction or RunInstruction or WorkdirInstruction or OnbuildInstruction));
}
