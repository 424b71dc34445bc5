namespace Dockerlint.Linting.Config;

/// <summary>The kinds of values in a configuration file.</summary>
internal enum ConfigShapeKind
{
    /// <summary>true or false.</summary>
    Bool,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>One of some texts.</summary>
    Choice,

    /// <summary>A text or a list of texts.</summary>
    Texts,

    /// <summary>A rule selector or a list of them.</summary>
    Selectors,

    /// <summary>Rule selectors, each with a severity or a mapping of severity and options.</summary>
    Rules,

    /// <summary>Names, each with a text.</summary>
    TextMap,

    /// <summary>Names, each with one of some texts.</summary>
    ChoiceMap,

    /// <summary>The keys of the formatter's style.</summary>
    Format,

    /// <summary>A list of mappings, each with the name of images and what is known of them.</summary>
    Images,

    /// <summary>A list of mappings, each a rule.</summary>
    CustomRules,

    /// <summary>The settings of dockerlint verify.</summary>
    Verify,

    /// <summary>A list of mappings with paths and keys.</summary>
    Overrides,
}
