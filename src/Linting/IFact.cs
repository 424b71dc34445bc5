namespace Dockerlint.Linting;

/// <summary>A judgement about a file that several rules share; computed when first asked for, once a file.</summary>
/// <typeparam name="TSelf">The fact itself.</typeparam>
public interface IFact<TSelf>
    where TSelf : class, IFact<TSelf>
{
    /// <summary>Computes the fact from what is known of a file; other facts may be asked for, in a circle never.</summary>
    static abstract TSelf Compute(FileFacts file);
}
