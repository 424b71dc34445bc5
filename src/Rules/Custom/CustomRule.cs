using Dockerlint.Linting;
using Dockerlint.Linting.Custom;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A rule that a configuration states.</summary>
internal sealed class CustomRule(CustomRuleSpec spec) : Rule
{
    private readonly CustomRuleSpec _spec = spec;

    public override RuleInfo Info => _spec.Info;

    public override void Register(RuleHooks on) => on.File(Check);

    private void Check(RuleContext context)
    {
        if (context.Model.Stages.Count == 0)
        {
            return;
        }

        if (_spec.Match.Subject == CustomSubject.File)
        {
            CheckFiles(context);
        }
        else if (_spec.Demand == CustomDemand.Require)
        {
            CheckPresence(context);
        }
        else
        {
            foreach (var thing in Looked(context).SelectMany(stage => CustomThings.Of(stage, _spec.Match, context)))
            {
                if (IsWrong(thing))
                {
                    context.Report(thing.Span, Message(thing.Names.FirstOrDefault() ?? "", thing.Value), Fixes(thing));
                }
            }
        }
    }

    private bool IsWrong(CustomThing thing) => _spec.Demand == CustomDemand.Forbid
        ? thing.IsNamed(_spec.Match) == true && thing.Holds == true
        : _spec.Match.Conditions.Count == 0 ? thing.IsNamed(_spec.Match) == false
        : thing.IsNamed(_spec.Match) == true && thing.Holds == false;

    // What is there may be what is wanted as long as nobody knows better, and so may what could not be read.
    private void CheckPresence(RuleContext context)
    {
        var images = context.Get<ImageStages>();
        var isFinal = _spec.Stages?.Matches([CustomRuleSpec.FinalStages]) == true;
        foreach (var stage in isFinal ? images : Looked(context))
        {
            if (!stage.Chain.Any(one => one.IsIncomplete) && !stage.Chain.SelectMany(one => CustomThings.Of(one, _spec.Match, context))
                .Any(thing => thing.IsNamed(_spec.Match) != false && thing.Holds != false))
            {
                context.Report(stage.From.Image.Span, Message(_spec.Match.Names.Wanted.FirstOrDefault() ?? "", ""));
            }
        }
    }

    private void CheckFiles(RuleContext context)
    {
        if (context.BuildContext is not { } build)
        {
            return;
        }

        var wrong = build.Sent.Entries.Where(entry => entry.Kind != Semantics.Context.ContextEntryKind.Directory)
            .Where(entry => _spec.Match.Names.Matches([entry.Path, Path.GetFileName(entry.Path)]) == (_spec.Demand != CustomDemand.Allow))
            .Select(entry => entry.Path).Take(2).ToList();
        var place = context.Model.Stages[0].From.Image.Span;
        if (_spec.Demand == CustomDemand.Require)
        {
            if (wrong.Count == 0 && build.Listing.IsComplete)
            {
                context.Report(place, Message(_spec.Match.Names.Wanted.FirstOrDefault() ?? "", ""));
            }
        }
        else if (wrong.Count > 0)
        {
            context.Report(place, Message(wrong[0] + (wrong.Count > 1 ? " and others" : ""), ""));
        }
    }

    // The stages that the rule looks at; those that make up the image are what it is built of, and what these start from.
    private IEnumerable<Stage> Looked(RuleContext context)
    {
        if (_spec.Stages is not { } wanted)
        {
            return context.Model.Stages;
        }

        var final = context.Get<ImageStages>().SelectMany(stage => stage.Chain).ToHashSet();
        return context.Model.Stages.Where(stage => wanted.Matches(
        [
            final.Contains(stage) ? CustomRuleSpec.FinalStages : CustomRuleSpec.OtherStages,
            .. stage.Name is { } name ? [name] : Array.Empty<string>(),
        ]));
    }

    private string Message(string name, string value) => _spec.Message.Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{value}", value, StringComparison.Ordinal);

    private IReadOnlyList<Fix> Fixes(CustomThing thing)
    {
        if (_spec.Replacement is not { } text || _spec.Match.Names.Fill(text, thing.Names) is not { } word
            || thing.Replace(word) is not { } edit)
        {
            return [];
        }

        return Fix.Revealing($"Write {word}", _spec.IsReplacementSafe ? Applicability.Safe : Applicability.Unsafe, edit);
    }
}
