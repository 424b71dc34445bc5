namespace Dockerlint.Linting.Config;

/// <summary>What the value of a key looks like.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Choices">The values there are; empty where any will do.</param>
internal sealed record ConfigShape(ConfigShapeKind Kind, IReadOnlyCollection<string> Choices)
{
    internal static ConfigShape Text { get; } = new(ConfigShapeKind.Text, []);

    internal static ConfigShape Images { get; } = new(ConfigShapeKind.Images, []);

    internal static ConfigShape CustomRules { get; } = new(ConfigShapeKind.CustomRules, []);

    internal static ConfigShape Verify { get; } = new(ConfigShapeKind.Verify, []);

    internal static ConfigShape Bool { get; } = new(ConfigShapeKind.Bool, []);

    internal static ConfigShape Number { get; } = new(ConfigShapeKind.Number, []);

    internal static ConfigShape Texts { get; } = new(ConfigShapeKind.Texts, []);

    internal static ConfigShape Selectors { get; } = new(ConfigShapeKind.Selectors, []);

    internal static ConfigShape Rules { get; } = new(ConfigShapeKind.Rules, []);

    internal static ConfigShape Overrides { get; } = new(ConfigShapeKind.Overrides, []);

    internal static ConfigShape TextMap { get; } = new(ConfigShapeKind.TextMap, []);

    internal static ConfigShape Format { get; } = new(ConfigShapeKind.Format, []);

    internal static ConfigShape OneOf(IReadOnlyCollection<string> choices) => new(ConfigShapeKind.Choice, choices);

    internal static ConfigShape ManyOf(IReadOnlyCollection<string> choices) => new(ConfigShapeKind.Texts, choices);

    internal static ConfigShape MapOf(IReadOnlyCollection<string> choices) => new(ConfigShapeKind.ChoiceMap, choices);
}
