using System.Text;
using Dockerlint.Commands;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What our tables say of a command in a script, and of its options.</summary>
internal static class CommandHover
{
    internal static (TextSpan, string)? Of(OpenDocument document, int offset)
    {
        var model = document.Dockerfile.Model;
        foreach (var use in model.Invocations.Concat(model.StartInvocations))
        {
            var invocation = use.Invocation;
            if (invocation.Tool is not { } tool)
            {
                continue;
            }

            if (invocation.NameSpan is var name && Touches(name, offset))
            {
                return (name, OfTool(tool, invocation));
            }

            if (invocation.VerbWord is { } verb && invocation.ToSource(verb) is var verbSpan && Touches(verbSpan, offset))
            {
                return (verbSpan, OfTool(tool, invocation));
            }

            foreach (var option in invocation.Options)
            {
                var span = invocation.Text.ToSource(option.Span);
                if (Touches(span, offset))
                {
                    return (span, OfOption(tool, option));
                }
            }
        }

        return null;
    }

    private static string OfTool(ToolSpec tool, Invocation invocation)
    {
        var text = new StringBuilder().Append("**").Append(tool.Name);
        text.Append(invocation.VerbName is { } verb ? " " + verb : "").Append("**");
        var effects = invocation.Effects.Select(effect => Words(effect.Kind.ToString())).Distinct().ToList();
        text.Append(effects.Count > 0 ? $"\n\nIt {string.Join(", ", effects)}." : "");
        if (invocation.Effects.SelectMany(effect => effect.Packages).Select(package => package.Version is { } version
            ? $"{package.Name} {version}" : package.Name).Where(name => name.Length > 0).ToList() is { Count: > 0 } packages)
        {
            text.Append("\n\nPackages: ").AppendJoin(", ", packages.Select(Texts.Code));
        }

        if (tool.CacheFolders.Length > 0)
        {
            text.Append("\n\nIts cache: ").AppendJoin(", ", tool.CacheFolders.Select(Texts.Code));
        }

        return text.Append(invocation.Cost == CostClass.Unknown ? "" : $"\n\nTime: {Words(invocation.Cost.ToString())}").ToString();
    }

    private static string OfOption(ToolSpec tool, InvocationOption option)
    {
        var text = new StringBuilder().Append("**").Append(tool.Name).Append(' ').Append(option.Name).Append("**");
        if (option.Spec is null)
        {
            return text.Append("\n\nNone of the options that Dockerlint knows of this tool.").ToString();
        }

        text.Append(option.MainName == option.Name ? "" : $", the same as {Texts.Code(option.MainName)}");
        text.Append(option.Role == OptionRole.None ? "" : $"\n\nIts part: {Words(option.Role.ToString())}.");
        return text.Append(option.KnownValue is { } value ? $"\n\nValue: {Texts.Code(value)}" : "").ToString();
    }

    // CreatesUser is creates user.
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name)
        {
            words.Append(char.IsAsciiLetterUpper(c) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    private static bool Touches(TextSpan span, int offset) => span.Start <= offset && offset <= span.End && span.Length > 0;
}
