using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Linting;

/// <summary>The subscriptions of all rules of a run, by what they look at; a rule is named by its index.</summary>
internal sealed class HookTable
{
    private readonly List<(int Rule, Action<InstructionSyntax, RuleContext> Check)> _instructions = [];
    private readonly List<(int Rule, Action<object?, RuleContext> Check)> _files = [];
    private readonly List<(int Rule, Action<Stage, RuleContext> Check)> _stages = [];
    private readonly List<(int Rule, Action<ScriptUse, RuleContext> Check)> _scripts = [];
    private readonly Dictionary<string, List<(int Rule, Action<CommandUse, RuleContext> Check)>> _commands = new(StringComparer.Ordinal);

    private readonly List<(int Rule, Action<ScriptUse, RuleContext> Check)> _innerScripts = [];
    private readonly List<(int Rule, InvocationHook Hook)> _invocations = [];
    private readonly Dictionary<ToolSpec, List<(int Rule, InvocationHook Hook)>> _invocationsOfTool = [];

    internal void Add(int rule, RuleHooks hooks)
    {
        hooks.Instructions.ForEach(check => _instructions.Add((rule, check)));
        hooks.Files.ForEach(check => _files.Add((rule, (_, context) => check(context))));
        hooks.Stages.ForEach(check => _stages.Add((rule, check)));
        hooks.Scripts.ForEach(check => _scripts.Add((rule, check)));
        hooks.InnerScripts.ForEach(check => _innerScripts.Add((rule, check)));
        foreach (var hook in hooks.Invocations)
        {
            if (hook.Tool is null)
            {
                _invocations.Add((rule, hook));
            }
            else if (_invocationsOfTool.TryGetValue(hook.Tool, out var ofTool))
            {
                ofTool.Add((rule, hook));
            }
            else
            {
                _invocationsOfTool[hook.Tool] = [(rule, hook)];
            }
        }

        foreach (var (names, check) in hooks.Commands)
        {
            foreach (var name in names)
            {
                if (!_commands.TryGetValue(name, out var checks))
                {
                    _commands[name] = checks = [];
                }

                checks.Add((rule, check));
            }
        }
    }

    internal void Visit(FileFacts facts, RuleRun[] runs)
    {
        _files.ForEach(hook => runs[hook.Rule].Invoke(hook.Check, null));
        foreach (var instruction in facts.Model.Tree.Root.Instructions)
        {
            Visit(instruction, runs);
            if (instruction is OnbuildInstruction onbuild)
            {
                Visit(onbuild.Trigger, runs);
            }
        }

        foreach (var stage in facts.Model.Stages)
        {
            _stages.ForEach(hook => runs[hook.Rule].Invoke(hook.Check, stage));
        }

        if (_scripts.Count > 0 || _commands.Count > 0)
        {
            facts.Probe?.Begin(LintProbe.Scripts);
            var scripts = facts.Model.Scripts;
            facts.Probe?.Begin(LintProbe.Walking);
            foreach (var script in scripts)
            {
                Visit(script, runs);
            }
        }

        if (_innerScripts.Count > 0)
        {
            foreach (var script in facts.Model.InnerScripts)
            {
                _innerScripts.ForEach(hook => runs[hook.Rule].Invoke(hook.Check, script));
            }
        }

        if (_invocations.Count > 0 || _invocationsOfTool.Count > 0)
        {
            facts.Probe?.Begin(LintProbe.Scripts);
            var invocations = facts.Model.Invocations;
            facts.Probe?.Begin(LintProbe.Walking);
            foreach (var use in invocations)
            {
                Visit(use, _invocations, runs);
                if (use.Invocation.Tool is { } tool && _invocationsOfTool.TryGetValue(tool, out var hooks))
                {
                    Visit(use, hooks, runs);
                }
            }
        }
    }

    private static void Visit(InvocationUse use, List<(int Rule, InvocationHook Hook)> hooks, RuleRun[] runs)
    {
        foreach (var (rule, hook) in hooks)
        {
            if (hook.IsAbout(use.Invocation))
            {
                runs[rule].Invoke(hook.Check, use);
            }
        }
    }

    private void Visit(InstructionSyntax instruction, RuleRun[] runs)
    {
        foreach (var (rule, check) in _instructions)
        {
            runs[rule].Invoke(check, instruction);
        }
    }

    private void Visit(ScriptUse script, RuleRun[] runs)
    {
        _scripts.ForEach(hook => runs[hook.Rule].Invoke(hook.Check, script));
        foreach (var use in script.Commands)
        {
            if (use.Command.Name is { } name && _commands.TryGetValue(name, out var checks))
            {
                checks.ForEach(hook => runs[hook.Rule].Invoke(hook.Check, use));
            }
        }
    }
}
