using Dockerlint.Linting.Config;
using Dockerlint.Rules;
using Dockerlint.Text;

namespace Dockerlint.Fuzz;

/// <summary>A configuration of hadolint: it is read and holds, and what it is migrated to is read without a message.</summary>
public sealed class HadolintConfigCheck : IFuzzCheck
{
    /// <inheritdoc/>
    public FuzzFailure? Check(byte[] input)
    {
        var text = SourceText.FromBytes(input, ".hadolint.yaml").Text.TrimStart('\uFEFF');
        var errors = new List<ConfigError>();
        var layer = HadolintConfigReader.Read(text, ".hadolint.yaml", errors);
        var passedOver = HadolintConfigReader.UnknownKeys(text, ".hadolint.yaml");
        if (ConfigCheck.Places(text, errors.Concat(passedOver)) is { } misplaced)
        {
            return misplaced;
        }

        if (errors.Count > 0)
        {
            return null;
        }

        var rules = RuleCatalog.All.Select(rule => rule.Info).ToList();
        var migrated = ConfigMigration.Write(layer, rules);
        ConfigReader.Read(migrated, ".dockerlint.yaml", rules, errors);
        return errors.Count > 0 ? new FuzzFailure("migration", $"{errors[0]}\n{migrated}") : ConfigCheck.Use(layer, input);
    }
}
