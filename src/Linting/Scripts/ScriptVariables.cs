using System.Text;
using Dockerlint.Semantics;

namespace Dockerlint.Linting.Scripts;

/// <summary>Tells ShellCheck which variables there are.</summary>
internal static class ScriptVariables
{
    private static readonly string[] s_proxies =
        ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy", "NO_PROXY", "no_proxy"];

    /// <summary>Of so many names all are declared; of more, those that a script mentions.</summary>
    internal const int MostNames = 500;

    /// <summary>
    /// Names that are set to something: an ENV of a known value has that value, of an ARG, which can be given from outside, ShellCheck
    /// knows only that it is there, so that it asks for quotes.
    /// </summary>
    /// <param name="scope">The variables in force.</param>
    /// <param name="script">The script.</param>
    internal static IReadOnlyDictionary<string, string?> Values(VariableScope scope, string script)
    {
        var known = InForce(scope, script).ToLookup(binding => binding.Kind == VariableKind.Env);
        var values = s_proxies.Concat(known[false].Select(binding => binding.Name)).Where(IsName)
            .Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => (Value: (string?)null, IsEnv: false), StringComparer.Ordinal);
        foreach (var binding in known[true].Where(binding => IsName(binding.Name)))
        {
            values[binding.Name] = (binding.Value.Text is { } value
                && value.AsSpan().IndexOfAny('\n', '\'', '\r') < 0 ? value : null, true);
        }

        return values.OrderBy(pair => pair.Value.IsEnv).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Value.Value, StringComparer.Ordinal);
    }

    /// <summary>The lines that declare them.</summary>
    internal static string Declare(IReadOnlyDictionary<string, string?> values)
    {
        var lines = new StringBuilder("export").AppendJoin("", values.Where(pair => pair.Value is null).Select(pair => " " + pair.Key))
            .Append('\n');
        foreach (var (name, value) in values.Where(pair => pair.Value is not null))
        {
            lines.Append("export ").Append(name).Append("='").Append(value).Append("'\n");
        }

        return lines.ToString();
    }

    /// <summary>All names set to 1, as hadolint does it: then none of them needs quotes.</summary>
    internal static string DeclareConstant(IEnumerable<string> names) => string.Concat(s_proxies.Concat(names)
        .Where(name => IsName(name.Replace("${", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => $"export {name}=1\n"));

    /// <summary>Those of the names that are names of variables.</summary>
    internal static IEnumerable<string> Constants(IEnumerable<string> names) => s_proxies.Concat(names).Where(IsName)
        .Distinct(StringComparer.Ordinal);

    /// <summary>The ARGs and ENVs in force that a script may be about.</summary>
    internal static IEnumerable<VariableBinding> InForce(VariableScope scope, string script) => scope.SettingCount <= MostNames
        ? scope.Arguments.Concat(scope.Environment) : Mentioned(script).Select(scope.Find).OfType<VariableBinding>();

    private static HashSet<string> Mentioned(string script)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < script.Length; i++)
        {
            var start = i;
            while (i < script.Length && IsPart(script[i]))
            {
                i++;
            }

            if (i > start)
            {
                names.Add(script[start..i]);
            }
        }

        return names;
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(IsPart);
}
