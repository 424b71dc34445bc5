using Dockerlint.Semantics;

namespace Dockerlint.Linting;

/// <summary>What is known of one file while it is linted: the model, the settings, and the facts computed so far.</summary>
public sealed class FileFacts
{
    private readonly Dictionary<Type, object> _facts = [];

    internal FileFacts(LintInput input, BuildModel model, LintConfig config, LintProbe? probe = null)
    {
        Input = input;
        Model = model;
        Config = config;
        Probe = probe;
    }

    /// <summary>The build model of the file.</summary>
    public BuildModel Model { get; }

    /// <summary>What the run was told about the place it works in.</summary>
    public LintSettings Settings => Config.Settings;

    /// <summary>Whose verdicts the run gives.</summary>
    public Profile Profile => Config.Profile;

    internal LintInput Input { get; }

    internal LintConfig Config { get; }

    internal LintProbe? Probe { get; }

    /// <summary>A judgement that rules and other facts share, computed once a file.</summary>
    public TFact Get<TFact>()
        where TFact : class, IFact<TFact>
    {
        if (_facts.TryGetValue(typeof(TFact), out var known))
        {
            return (TFact)known;
        }

        var fact = TFact.Compute(this);
        _facts.Add(typeof(TFact), fact);
        return fact;
    }
}
