namespace Dockerlint.Linting;

/// <summary>Is told which part of the work on a file begins, so that whoever has a clock can tell what takes the time.</summary>
public abstract class LintProbe
{
    /// <summary>Finding the instructions and words of the file.</summary>
    public const string Parsing = "parse";

    /// <summary>Stages, scopes and states.</summary>
    public const string Modelling = "model";

    /// <summary>The scripts in instructions.</summary>
    public const string Scripts = "scripts";

    /// <summary>Comments that switch findings off, and the order of the findings.</summary>
    public const string Suppressing = "suppress";

    /// <summary>What lies between the rules.</summary>
    public const string Walking = "walk";

    /// <summary>A part begins, and with it ends the one before.</summary>
    /// <param name="part">A rule's id or one of the names above.</param>
    public abstract void Begin(string part);
}
