using System.Collections.Immutable;
using Dockerlint.Text;

namespace Dockerlint.Commands;

/// <summary>Reads the words of a command: through its wrappers to the tool that runs, its verb, options and operands.</summary>
internal sealed class CommandReader
{
    // Nobody nests wrappers so deeply but to see what happens.
    private const int MostWrappers = 32;

    private readonly ArgumentReader _arguments = new();

    /// <summary>The command; null when there are no words. Commands that options hold (find -exec) are added to the list.</summary>
    internal Invocation? Read(Scene scene, ImmutableArray<CommandWord> words, ref List<Invocation>? inner)
    {
        var start = 0;
        while (start < words.Length)
        {
            var (invocation, next) = ReadOne(scene, words, start);
            if (next is null || scene.Wrappers.Length >= MostWrappers)
            {
                AddInner(scene, invocation, ref inner);
                return invocation;
            }

            scene = Behind(scene, invocation);
            (words, start) = next.Value;
        }

        return null;
    }

    private static string? NameOf(CommandWord word)
    {
        var cut = word.Text.AsSpan().LastIndexOfAny('/', '\\') + 1;
        var name = cut == 0 ? word.Text : word.Text[cut..];
        return name.Length == 0 || word.Count == WordCount.Any || name.Contains(CommandWord.UnknownText, StringComparison.Ordinal)
            ? null : name;
    }

    private (Invocation Invocation, (ImmutableArray<CommandWord> Words, int Start)? Next) ReadOne(
        Scene scene, ImmutableArray<CommandWord> words, int start)
    {
        var word = words[start];
        var name = NameOf(word);
        var tool = name is null ? null : ToolCatalog.Find(name);
        _arguments.Read(tool, words, start + 1);
        var runs = _arguments.Runs;
        var invocation = new Invocation(scene.Text, scene.Command, word)
        {
            Tree = scene.Tree,
            Tool = tool,
            Name = name,
            Verb = _arguments.Verb,
            VerbName = _arguments.VerbName,
            VerbWord = _arguments.VerbWord,
            Options = [.. _arguments.Options],
            Operands = [.. _arguments.Operands],
            Words = words,
            Start = start + 1,
            IsOpen = _arguments.IsOpen || tool is null && HasOpen(words, start + 1),
            Wrappers = scene.Wrappers,
            Parent = scene.Parent,
            Folder = FolderOf(scene.Folder, tool),
            Environment = scene.Environment,
            HasEmptyEnvironment = scene.HasEmptyEnvironment,
            IsConditional = scene.IsConditional,
            ScriptWord = _arguments.ScriptWord,
        };
        return (invocation, _arguments.InnerStart is { } inner ? Next(words, start, inner, runs!) : null);
    }

    private static bool HasOpen(ImmutableArray<CommandWord> words, int start)
    {
        for (var i = start; i < words.Length; i++)
        {
            if (words[i].IsOpen)
            {
                return true;
            }
        }

        return false;
    }

    // make -C, git -C, npm --prefix and the like work elsewhere; each is relative to the one before.
    private string? FolderOf(string? folder, ToolSpec? tool)
    {
        if (tool is not null)
        {
            foreach (var option in _arguments.Options)
            {
                if (option.Role == OptionRole.Folder)
                {
                    folder = FolderPath.Combine(folder, option.KnownValue);
                }
            }
        }

        return folder;
    }

    /// <summary>The words of the command that a wrapper runs.</summary>
    private (ImmutableArray<CommandWord> Words, int Start) Next(
        ImmutableArray<CommandWord> words, int self, int start, RunsSpec runs)
    {
        if (_arguments.InnerWords is { } split)
        {
            // What env -S splits are words of env itself: variables, options, the command.
            return runs.TakesAssignments ? ([words[self], .. split, .. words[start..]], 0) : ([.. split, .. words[start..]], 0);
        }

        if (!runs.AddsWords)
        {
            return (words, start);
        }

        var end = words.Length;
        for (var i = start; runs.EndsAt is not null && i < end; i++)
        {
            if (words[i].Text.StartsWith(runs.EndsAt, StringComparison.Ordinal))
            {
                end = i;
            }
        }

        string? mark = runs.Replaces;
        foreach (var option in _arguments.Options)
        {
            if (option.Role == OptionRole.Replace)
            {
                mark = option.Value is null ? "{}" : option.KnownValue ?? "";
            }
        }

        return (Filled(words.AsSpan()[start..end], mark, ""), 0);
    }

    /// <summary>Words with a mark in them that stands for others; these are added behind when there is no mark.</summary>
    private static ImmutableArray<CommandWord> Filled(ReadOnlySpan<CommandWord> words, string? mark, string before)
    {
        var filled = ImmutableArray.CreateBuilder<CommandWord>(words.Length + 1);
        var isReplaced = false;
        foreach (var word in words)
        {
            if (mark is { Length: > 0 } && word.Text.Contains(mark, StringComparison.Ordinal))
            {
                isReplaced = true;
                filled.Add(word with { Text = word.Text.Replace(mark, before + CommandWord.UnknownText, StringComparison.Ordinal) });
            }
            else
            {
                filled.Add(word);
            }
        }

        if (!isReplaced)
        {
            filled.Add(CommandWord.Open(words.IsEmpty ? default : new TextSpan(words[^1].Span.End, 0)));
        }

        return filled.DrainToImmutable();
    }

    private Scene Behind(Scene scene, Invocation wrapper)
    {
        var environment = scene.Environment;
        var isEmpty = scene.HasEmptyEnvironment;
        foreach (var option in wrapper.Options)
        {
            if (option.Role == OptionRole.Clear)
            {
                (environment, isEmpty) = ([], true);
            }
            else if (option is { Role: OptionRole.Unset, KnownValue: { } name })
            {
                environment = environment.Add(new EnvironmentSetting(name, null, true, option.Span));
            }
        }

        return scene with
        {
            Folder = wrapper.Folder,
            Environment = [.. environment, .. _arguments.Settings],
            HasEmptyEnvironment = isEmpty,
            Wrappers = scene.Wrappers.Add(wrapper),
        };
    }

    private void AddInner(Scene scene, Invocation invocation, ref List<Invocation>? inner)
    {
        if (_arguments.InnerRanges.Count == 0)
        {
            return;
        }

        var scenes = scene with { Parent = invocation, Wrappers = [], IsConditional = true };
        // What find finds begins with where it looks.
        var begin = invocation.Operands is [{ Value: { } place }, ..] ? place : "";
        foreach (var range in _arguments.InnerRanges.ToArray())
        {
            var words = Filled(invocation.Arguments[range], "{}", begin);
            if (Read(scenes, words.Length > 1 && words[^1].Count == WordCount.Any && words[^1].Span.Length == 0 ? words[..^1] : words,
                ref inner) is { } found)
            {
                (inner ??= []).Add(found);
            }
        }
    }
}
