using Dockerlint.Linting;
using Dockerlint.Linting.Secrets;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class SecretInArgOrEnv : Rule
{
    public override RuleInfo Info { get; } = new("DL3064", "secret-in-arg-or-env", Category.Security, Severity.Warning)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Profiles = Profiles.Hadolint | Profiles.Default | Profiles.Strict,
        Sources = [RuleSource.BuildKit("SecretsUsedInArgOrEnv"), RuleSource.Trivy("DS-0031"), RuleSource.Dockle("CIS-DI-0010")],
        Doc = new(
            "A secret in ARG or ENV.",
            """
            Both can be read by whoever has the image: ENV in its configuration, ARG in its history. A secret belongs in RUN
            --mount=type=secret. An ARG without a value is reported as informational; names that speak of a file, a URL or an id of a
            secret, and values that are switches, paths or fingerprints, are left alone.
            """,
            [
                new(
                    Bad: """
                    FROM alpine:3.22
                    ENV DB_PASSWORD=hunter2
                    """,
                    Good: """
                    FROM alpine:3.22
                    ENV DB_PASSWORD_FILE=/run/secrets/db
                    """),
                new(
                    Bad: """
                    FROM alpine:3.22
                    ARG NPM_TOKEN
                    """,
                    Good: """
                    FROM alpine:3.22
                    ARG TOKENIZERS_PARALLELISM=false
                    ENV GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D
                    """),
            ])
        {
            Remedy = """
                Use `RUN --mount=type=secret` for the build, and `docker run --env-file` or a file named by `DB_PASSWORD_FILE` for the
                container. If the value is public, choose a name that does not say secret, or ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Stage(static (stage, context) =>
    {
        foreach (var step in stage.Steps)
        {
            if (((step.Instruction as OnbuildInstruction)?.Trigger ?? step.Instruction) is KeyValueInstruction instruction
                and (ArgInstruction or EnvInstruction))
            {
                foreach (var pair in instruction.Pairs)
                {
                    Check(instruction, pair, stage, step.Before.Variables, context);
                }
            }
        }
    });

    private static void Check(KeyValueInstruction instruction, KeyValueSyntax pair, Stage stage, VariableScope scope, RuleContext context)
    {
        if (pair.Key.LiteralValue is not { } name || !SecretName.IsSecret(name))
        {
            return;
        }

        // A default that is the variable itself is none.
        if (instruction is ArgInstruction
            && (pair.Value is null or { Parts.Count: 0 } || pair.Value.Variables.Any(variable => variable.Name == name)))
        {
            var place = context.Model.IsShipped(stage) ? "the history of the image" : "the cache and the provenance of the build";
            context.ReportInfo(pair.Key.Span, $"a value given for {name} stays in {place}: mount a secret instead");
        }
        else if (pair.Value is { } value && !IsHarmless(name, value, scope))
        {
            context.Report(pair.Key.Span, instruction is EnvInstruction
                ? $"{name} can be read from the image: give it when the container starts, or mount a secret"
                : $"the default of {name} can be read from the image: mount a secret instead");
        }
    }

    // An ARG without default has an empty value here and another one in the build. A variable that nothing declares and that has a
    // default here has that value. A folder that only a variable knows is one all the same.
    private static bool IsHarmless(string name, WordSyntax value, VariableScope scope) =>
        (value.Variables.FirstOrDefault() is { } first
            && value.RawText.TrimStart('"').StartsWith(first.LogicalText + "/", StringComparison.Ordinal))
        || (WordExpander.Expand(value, other => HasDefault(other, value, scope) ? VariableValue.Unset : scope.Lookup(other)) is { } text
        && (text.Length > 0 || value.Variables.All(variable => HasDefault(variable.Name, value, scope)))
        && SecretName.IsHarmless(name, text));

    private static bool HasDefault(string name, WordSyntax value, VariableScope scope) => scope.Find(name) is null
        && value.Variables.Where(variable => variable.Name == name).All(variable => variable.Operator is "-" or ":-");
}
