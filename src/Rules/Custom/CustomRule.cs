using Dockerlint.Linting;
using Dockerlint.Linting.Custom;
using Dockerlint.Semantics;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>A rule that a configuration states.</summary>
internal sealed class CustomRule(CustomRuleSpec spec) : Rule
{
    public override RuleInfo Info => spec.Info;

    public override void Register(RuleHooks on) => on.File(Check);

    private void Check(RuleContext context)
    {
        if (context.Model.Stages.Count == 0)
        {
            return;
        }

        if (spec.Match.Subject == CustomSubject.File)
        {
            CheckFiles(context);
        }
        else if (spec.Demand == CustomDemand.Require)
        {
            CheckPresence(context);
        }
        else
        {
            foreach (var thing in Looked(context).SelectMany(stage => CustomThings.Of(stage, spec.Match, context)))
            {
                if (IsWrong(thing))
                {
                    context.Report(thing.Span, Message(thing.Names.FirstOrDefault() ?? "", thing.Value), Fixes(thing));
                }
            }
        }
    }

    private bool IsWrong(CustomThing thing) => spec.Demand == CustomDemand.Forbid
        ? thing.IsNamed(spec.Match) == true && thing.Holds == true
        : spec.Match.Conditions.Count == 0 ? thing.IsNamed(spec.Match) == false
        : thing.IsNamed(spec.Match) == true && thing.Holds == false;

    // What is there may be what is wanted as long as nobody knows better, and so may what could not be read.
    private void CheckPresence(RuleContext context)
    {
        var isFinal = spec.Stages?.Matches([CustomRuleSpec.FinalStages]) == true;
        foreach (var stage in isFinal ? context.Get<ImageStages>() : Looked(context))
        {
            if (!stage.Chain.Any(one => one.IsIncomplete) && !stage.Chain.SelectMany(one => CustomThings.Of(one, spec.Match, context))
                .Any(thing => thing.IsNamed(spec.Match) != false && thing.Holds != false))
            {
                context.Report(stage.From.Image.Span, Message(spec.Match.Names.Wanted.FirstOrDefault() ?? "", ""));
            }
        }
    }

    private void CheckFiles(RuleContext context)
    {
        if (context.BuildContext is not { } build)
        {
            return;
        }

        var found = build.Sent.Entries.Where(entry => entry.Kind != Semantics.Context.ContextEntryKind.Directory)
            .Where(entry => spec.Match.Names.Matches([entry.Path, Path.GetFileName(entry.Path)]) == (spec.Demand != CustomDemand.Allow))
            .Select(entry => entry.Path).Take(2).ToList();
        var place = context.Model.Stages[0].From.Image.Span;
        if (spec.Demand == CustomDemand.Require)
        {
            if (found.Count == 0 && build.Listing.IsComplete)
            {
                context.Report(place, Message(spec.Match.Names.Wanted.FirstOrDefault() ?? "", ""));
            }
        }
        else if (found.Count > 0)
        {
            context.Report(place, Message(found[0] + (found.Count > 1 ? " and others" : ""), ""));
        }
    }

    // The stages that the rule looks at; those that make up the image are what it is built of, and what these start from.
    private IEnumerable<Stage> Looked(RuleContext context)
    {
        if (spec.Stages is not { } wanted)
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

    private string Message(string name, string value) => spec.Message.Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{value}", value, StringComparison.Ordinal);

    private IReadOnlyList<Fix> Fixes(CustomThing thing)
    {
        if (spec.Replacement is not { } text || spec.Match.Names.Fill(text, thing.Names) is not { } word
            || thing.Replace(word) is not { } edit)
        {
            return [];
        }

        return Fix.Revealing($"Write {word}", spec.IsReplacementSafe ? Applicability.Safe : Applicability.Unsafe, edit);
    }
}
