namespace Dockerlint.Linting;

/// <summary>An option of a rule; configuration, its schema and the documentation are made from it.</summary>
/// <param name="Name">The name in kebab-case.</param>
/// <param name="Summary">What it changes, in one sentence.</param>
public abstract record RuleOption(string Name, string Summary)
{
    /// <summary>The default as it is written in a configuration file.</summary>
    public abstract object DefaultValue { get; }
}
