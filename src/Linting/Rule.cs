namespace Dockerlint.Linting;

/// <summary>A rule: stateless, one class a rule, named after the offence.</summary>
public abstract class Rule
{
    /// <summary>Identity and documentation.</summary>
    public abstract RuleInfo Info { get; }

    /// <summary>Subscribes to what the rule looks at; called once a run.</summary>
    public abstract void Register(RuleHooks on);
}
