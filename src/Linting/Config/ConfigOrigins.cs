using System.Collections.Immutable;

namespace Dockerlint.Linting.Config;

/// <summary>Where each value of a resolved configuration comes from.</summary>
internal static class ConfigOrigins
{
    internal static ImmutableSortedDictionary<string, ConfigOrigin> Of(IEnumerable<ConfigLayer> layers)
    {
        var origins = ImmutableSortedDictionary.CreateBuilder<string, ConfigOrigin>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            Add(layer.Profile, "profile");
            Add(layer.Edition, "edition");
            Add(layer.FailureThreshold, "failure-threshold");
            Add(layer.MinConfidence, "min-confidence");
            Add(layer.ShellCheck, "shellcheck");
            Add(layer.StrictLabels, "strict-labels");
            Add(layer.DisableIgnorePragma, "disable-ignore-pragma");
            Add(layer.RequireReason, "require-reason");
            Add(layer.ReportUnused, "report-unused");
            Add(layer.IsPodman, "builder");
            Add(layer.NoFail, "no-fail");
            Add(layer.NoColor, "no-color");
            Each(layer.Formats, "formats", value => value);
            Each(layer.TrustedRegistries, "trusted-registries", value => value);
            Each(layer.NamedContexts, "named-contexts", value => value);
            Each(layer.OutputStages, "output-stages", value => value);
            Each(layer.Exclude, "exclude", value => value);
            Each(layer.LabelSchema, "label-schema", value => value.Label);
            Each(layer.BuildArguments, "build-args", value => value.Name);
            Each(layer.Format, "format", value => value.Key);
            Each(layer.Images, "images", value => value.Pattern);
            Each(layer.Options, "rules", value => $"{value.RuleId}.{value.Option}");
        }

        return origins.ToImmutable();

        void Add<T>(Setting<T>? setting, string key)
        {
            if (setting is not null)
            {
                origins[key] = setting.Origin;
            }
        }

        void Each<T>(IEnumerable<Setting<T>> settings, string key, Func<T, string> name)
        {
            foreach (var setting in settings)
            {
                origins[$"{key}.{name(setting.Value)}"] = setting.Origin;
            }
        }
    }
}
