namespace Dockerlint.Semantics;

/// <summary>How a variable came to be.</summary>
public enum VariableKind
{
    /// <summary>An ARG of the stage.</summary>
    Arg,

    /// <summary>An ENV, here or in a stage below.</summary>
    Env,

    /// <summary>Given by the builder, such as TARGETPLATFORM.</summary>
    Predefined,
}
