using System.Buffers;
using Dockerlint.Linting;
using Dockerlint.Linting.Config;
using Dockerlint.Session;
using Dockerlint.Text;

namespace Dockerlint.Cli.Config;

/// <summary>Prints a resolved configuration as YAML, each value with a comment that says where it comes from.</summary>
internal static class ConfigPrinter
{
    private static readonly SearchValues<char> s_plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-");
    private static readonly HashSet<string> s_words =
        new(["true", "false", "yes", "no", "on", "off", "y", "n", "null"], StringComparer.OrdinalIgnoreCase);

    internal static void Write(TextWriter writer, LoadedConfig loaded, ResolvedConfig config)
    {
        writer.Write(loaded.Path is null ? "# no configuration file\n" : $"# configuration file: {VisibleText.Escape(loaded.Path)}\n");
        Value("profile", NameOf(ConfigNames.ProfileNames, config.Lint.Profile), "profile");
        Value("failure-threshold", NameOf(ConfigNames.Severities, config.FailureThreshold.Value), "failure-threshold");
        Value("min-confidence", NameOf(ConfigNames.Confidences, config.Lint.MinConfidence), "min-confidence");
        Value("shellcheck", NameOf(ConfigNames.ShellCheckModes, config.ShellCheck.Value), "shellcheck");
        Value("no-fail", Text(config.NoFail), "no-fail");
        var settings = config.Lint.Settings;
        Value("strict-labels", Text(settings.HasStrictLabels), "strict-labels");
        Value("disable-ignore-pragma", Text(settings.IgnoresPragmas), "disable-ignore-pragma");
        Value("require-reason", Text(settings.RequiresReasons), "require-reason");
        Value("report-unused", Text(settings.ReportsUnusedSuppressions), "report-unused");
        Value("builder", settings.IsPodman ? "podman" : "docker", "builder");
        List("trusted-registries", settings.TrustedRegistries);
        List("named-contexts", settings.NamedContexts);
        List("output-stages", settings.OutputStages);
        Map("label-schema", settings.LabelSchema.Select(label => (label.Key, NameOf(ConfigNames.LabelForms, label.Value))));
        Map("build-args", settings.BuildArguments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        if (config.GovernsLayout)
        {
            Map("format", config.Format.GroupBy(setting => setting.Key).Select(group => group.Last()));
        }

        writer.Write(settings.Images.Entries.Count == 0 ? "images: [] # default\n" : "images:\n");
        foreach (var entry in settings.Images.Entries)
        {
            writer.Write($"  - name: {Scalar(entry.Pattern)} # {VisibleText.Escape(entry.Facts.Source ?? "")}\n");
        }

        writer.Write("rules:\n");
        foreach (var (id, origin) in config.Rules)
        {
            var severity = config.Lint.Severities.TryGetValue(id, out var set) ? set : RuleSeverity(config, id);
            writer.Write($"  {Scalar(id)}: {NameOf(ConfigNames.Severities, severity)} # {VisibleText.Escape(origin.ToString())}\n");
        }

        void Value(string key, string value, string origin) => writer.Write($"{key}: {value} # {OriginOf(origin)}\n");

        void List(string key, IReadOnlyList<string> values)
        {
            writer.Write(values.Count == 0 ? $"{key}: [] # default\n" : $"{key}:\n");
            foreach (var value in values)
            {
                writer.Write($"  - {Scalar(value)} # {OriginOf($"{key}.{value}")}\n");
            }
        }

        void Map(string key, IEnumerable<(string Name, string Value)> pairs)
        {
            var all = pairs.ToList();
            writer.Write(all.Count == 0 ? $"{key}: {{}} # default\n" : $"{key}:\n");
            foreach (var (name, value) in all)
            {
                writer.Write($"  {Scalar(name)}: {Scalar(value)} # {OriginOf($"{key}.{name}")}\n");
            }
        }

        string OriginOf(string key) => config.Origins.TryGetValue(key, out var origin) ? VisibleText.Escape(origin.ToString()) : "default";
    }

    private static Severity RuleSeverity(ResolvedConfig config, string id) =>
        Rules.RuleCatalog.WithVerdictsOf(config.Lint.Profile).Select(rule => rule.Info).Concat(config.CustomRules.Select(rule => rule.Info))
            .First(rule => rule.Id == id).DefaultSeverity;

    // In quotes where it would be something else without them; the escapes are those of YAML.
    private static string Scalar(string text) => text.Length > 0 && char.IsAsciiLetter(text[0])
        && text.AsSpan().IndexOfAnyExcept(s_plain) < 0 && !s_words.Contains(text)
            ? text
            : "\"" + VisibleText.Escape(text.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)) + "\"";

    private static string Text(bool value) => value ? "true" : "false";

    private static string NameOf<T>(IReadOnlyDictionary<string, T> names, T value)
        where T : notnull => names.First(name => EqualityComparer<T>.Default.Equals(name.Value, value)).Key;
}
