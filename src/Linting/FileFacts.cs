using Dockerlint.Semantics;

namespace Dockerlint.Linting;

/// <summary>What is known of one file while it is linted: the model, the scripts, and the facts computed so far.</summary>
internal sealed class FileFacts(LintInput input, BuildModel model, LintConfig config, LintProbe? probe = null)
{
    private readonly Dictionary<Type, object> _facts = [];

    internal LintInput Input => input;

    internal BuildModel Model => model;

    internal LintConfig Config => config;

    internal LintProbe? Probe => probe;

    internal IReadOnlyList<ScriptUse> Scripts => model.Scripts;

    internal TFact Get<TFact>()
        where TFact : class, IFact<TFact>
    {
        if (_facts.TryGetValue(typeof(TFact), out var known))
        {
            return (TFact)known;
        }

        var fact = TFact.Compute(model);
        _facts.Add(typeof(TFact), fact);
        return fact;
    }
}
