using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Cache;

/// <summary>How instructions change what is in force.</summary>
internal static class StateChange
{
    /// <summary>Puts in force what an instruction declares.</summary>
    internal static void Apply(KeyScope scope, InstructionSyntax instruction)
    {
        var line = scope.LineOf(instruction);
        switch (instruction)
        {
            case ArgInstruction arg:
                foreach (var pair in arg.Pairs)
                {
                    DeclareArgument(scope, pair, line);
                }

                break;
            case EnvInstruction env:
                SetEnvironment(scope, env, line);
                break;
            case UserInstruction user:
                scope.State = scope.State with { User = scope.Expand(user.Argument), UserLine = line };
                break;
            case ShellInstruction { Command: JsonArraySyntax json }:
                scope.State = scope.State with { Shell = [.. json.Items.Select(item => item.Value)], ShellLine = line };
                break;
            case OnbuildInstruction onbuild:
                scope.State = scope.State with { Triggers = scope.State.Triggers.Add(onbuild.Trigger) };
                break;
        }
    }

    private static void DeclareArgument(KeyScope scope, KeyValueSyntax pair, int line)
    {
        if (pair.Key.LiteralValue is not { } name)
        {
            return;
        }

        var value = scope.Settings.BuildArguments.TryGetValue(name, out var given) ? VariableValue.Of(given)
            : pair.Value is not null ? VariableValue.Of(scope.Expand(pair.Value))
            : scope.GlobalLookup(name);
        if (value.Text is null)
        {
            return;
        }

        var variable = new KeyVariable(name, value.Text, line, true);
        scope.State = scope.IsClassic ? scope.State with { Arguments = scope.State.Arguments.SetItem(name, variable) }
            : name.StartsWith("BUILDKIT_SBOM_SCAN_", StringComparison.Ordinal) ? scope.State
            : scope.State.With(variable);
    }

    private static void SetEnvironment(KeyScope scope, EnvInstruction env, int line)
    {
        // All values of one ENV see the variables as they were before it.
        var settings = env.Pairs.Where(pair => pair.Value is not null)
            .Select(pair => (Name: scope.Expand(pair.Key), Value: scope.Expand(pair.Value!))).ToList();
        foreach (var (name, value) in settings)
        {
            scope.State = scope.State.With(new KeyVariable(name, value, line, false));
        }
    }
}
