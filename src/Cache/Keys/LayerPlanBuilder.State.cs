using System.Globalization;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Grammar;

namespace Dockerlint.Cache;

// How instructions change the state, and the keys of those that are steps for that alone.
internal sealed partial class LayerPlanBuilder
{
    private void Visit(InstructionSyntax instruction, bool isTrigger)
    {
        switch (instruction)
        {
            case RunInstruction run:
                AddRun(run, isTrigger);
                return;
            case FileTransferInstruction copy:
                AddCopy(copy, isTrigger);
                return;
            case WorkdirInstruction workdir:
                AddWorkdir(workdir, isTrigger);
                return;
        }

        // The key of a step counts the state before it; its own effect comes after.
        var before = _state;
        Apply(instruction);
        var kind = !IsNeeded ? StepKind.Skipped : IsClassic ? StepKind.Cached : StepKind.Metadata;
        var key = kind == StepKind.Cached ? new CacheKey([new KeyInput(KeyInputKind.Instruction, instruction.Name, ClassicText(instruction, before))]) : null;
        Add(instruction, kind, key, isTrigger);
    }

    private void Apply(InstructionSyntax instruction)
    {
        var line = LineOf(instruction);
        switch (instruction)
        {
            case ArgInstruction arg:
                foreach (var pair in arg.Pairs)
                {
                    DeclareArgument(pair, line);
                }

                break;
            case EnvInstruction env:
                SetEnvironment(env, line);
                break;
            case UserInstruction user:
                _state = _state with { User = Expand(user.Argument), UserLine = line };
                break;
            case ShellInstruction { Command: JsonArraySyntax json }:
                _state = _state with { Shell = [.. json.Items.Select(item => item.Value)], ShellLine = line };
                break;
            case OnbuildInstruction onbuild:
                _state = _state with { Triggers = _state.Triggers.Add(onbuild.Trigger) };
                break;
        }
    }

    private void DeclareArgument(KeyValueSyntax pair, int line)
    {
        if (pair.Key.LiteralValue is not { } name)
        {
            return;
        }

        var value = _settings.BuildArguments.TryGetValue(name, out var given) ? VariableValue.Of(given)
            : pair.Value is not null ? VariableValue.Of(Expand(pair.Value))
            : GlobalLookup(name);
        if (value.Text is null)
        {
            return;
        }

        var variable = new KeyVariable(name, value.Text, line, true);
        _state = IsClassic ? _state with { Arguments = _state.Arguments.SetItem(name, variable) }
            : name.StartsWith("BUILDKIT_SBOM_SCAN_", StringComparison.Ordinal) ? _state
            : _state.With(variable);
    }

    private void SetEnvironment(EnvInstruction env, int line)
    {
        // All values of one ENV see the variables as they were before it.
        var settings = env.Pairs.Where(pair => pair.Value is not null).Select(pair => (Name: Expand(pair.Key), Value: Expand(pair.Value!))).ToList();
        foreach (var (name, value) in settings)
        {
            _state = _state.With(new KeyVariable(name, value, line, false));
        }
    }

    private void AddWorkdir(WorkdirInstruction workdir, bool isTrigger)
    {
        var path = Expand(workdir.Argument);
        var directory = path.StartsWith('/') ? path : ContextPath.Clean("/" + _state.WorkingDirectory + "/" + path);
        var clean = ContextPath.Clean(directory);
        _state = _state with { WorkingDirectory = directory, WorkingDirectoryLine = LineOf(workdir) };
        var kind = !IsNeeded ? StepKind.Skipped : IsClassic || clean != "/" ? StepKind.Cached : StepKind.Metadata;
        if (kind != StepKind.Cached)
        {
            Add(workdir, kind, isTrigger: isTrigger);
            return;
        }

        List<KeyInput> inputs = [new(KeyInputKind.Instruction, "WORKDIR", ""), new(KeyInputKind.Destination, "", IsClassic ? directory : clean)];
        if (!IsClassic)
        {
            inputs.Add(new KeyInput(KeyInputKind.User, "", _state.User) { Line = _state.UserLine });
        }

        var owner = IsClassic ? "" : _state.User;
        Add(workdir, kind, new CacheKey(inputs), isTrigger, effect: new StepEffect.MakeDirectory(clean, owner));
    }

    // The text the classic builder records for an instruction that only changes the configuration of the image.
    private string ClassicText(InstructionSyntax instruction, KeyState before)
    {
        string In(WordSyntax word) => WordExpander.Expand(word, before.Lookup) ?? word.RawText;
        return instruction switch
        {
            KeyValueInstruction pairs => string.Join('\0', pairs.Pairs.Select(pair => pair.Value is null ? In(pair.Key) : $"{In(pair.Key)}={In(pair.Value)}")),
            ExposeInstruction expose => string.Join(' ', expose.Words.SelectMany(word => In(word).Split(' ')).Order(StringComparer.Ordinal)),
            HealthcheckInstruction { IsNone: true } => "NONE",
            HealthcheckInstruction check => string.Join('\0', [.. HealthFlags(check), .. Argv(check, before)]),
            ShellInstruction shell => string.Join('\0', Argv(shell, before)),
            CommandInstruction command => string.Join('\0', Argv(command, before)),
            WordListInstruction { Json: { } json } => string.Join('\0', json.Items.Select(item => item.Value)),
            WordListInstruction words => string.Join('\0', words.Words.Select(In)),
            SingleArgumentInstruction single => In(single.Argument),
            _ => instruction.LogicalLine.Text[instruction.Keyword.Text.Length..].Trim(),
        };
    }

    private static IEnumerable<string> HealthFlags(HealthcheckInstruction check) => check.Flags
        .Select(flag => $"{flag.Name}={(GoDuration.Parse(flag.Value ?? "")?.ToString(CultureInfo.InvariantCulture) ?? flag.Value)}")
        .Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> Argv(CommandInstruction instruction, KeyState state) => instruction.Command switch
    {
        JsonArraySyntax json => [.. json.Items.Select(item => item.Value)],
        ShellFormSyntax form => [.. state.Shell, form.GetText().Text],
        _ => [],
    };
}
