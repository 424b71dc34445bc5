namespace Dockerlint.Linting;

/// <summary>An option with its type: bool, int, string, or a list of strings.</summary>
/// <typeparam name="T">bool, int, string or <see cref="IReadOnlyList{T}"/> of string.</typeparam>
/// <param name="Name">The name in kebab-case.</param>
/// <param name="Default">The value unless configured.</param>
/// <param name="Summary">What it changes, in one sentence.</param>
public sealed record RuleOption<T>(string Name, T Default, string Summary) : RuleOption(Name, Summary)
    where T : notnull
{
    /// <inheritdoc/>
    public override object DefaultValue => Default;
}
