using Dockerlint.Semantics;

namespace Dockerlint.Linting;

/// <summary>A judgement about a file that several rules share; computed when first asked for, once a file.</summary>
/// <typeparam name="TSelf">The fact itself.</typeparam>
public interface IFact<TSelf>
    where TSelf : class, IFact<TSelf>
{
    /// <summary>Computes the fact from the build model of a file.</summary>
    static abstract TSelf Compute(BuildModel model);
}
