using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Symbols;

/// <summary>Where the stages and variables of a file are declared and used.</summary>
internal sealed class SymbolIndex
{
    private readonly List<Occurrence> _occurrences;

    private SymbolIndex(List<Occurrence> occurrences) => _occurrences = occurrences;

    /// <summary>All places, in their order.</summary>
    internal IReadOnlyList<Occurrence> Occurrences => _occurrences;

    /// <summary>Finds the names of a file.</summary>
    internal static SymbolIndex Of(BuildModel model)
    {
        var source = model.Tree.Source;
        var found = StageNames.Find(model).Concat(Variables(model))
            .Where(place => place.Span.Length > 0 && place.Span.End <= source.Length)
            .DistinctBy(place => place.Span).OrderBy(place => place.Span.Start).ToList();
        return new SymbolIndex(found);
    }

    /// <summary>What stands at an offset, or ends there.</summary>
    internal Occurrence? At(int offset) =>
        _occurrences.Find(place => place.Span.Contains(offset)) ?? _occurrences.Find(place => place.Span.End == offset);

    /// <summary>All places of one symbol.</summary>
    internal IEnumerable<Occurrence> Of(Symbol symbol) => _occurrences.Where(place => place.Symbol == symbol);

    // A variable is the same in all stages that take it from one another: a stage from its base, and an ARG from the one above all stages.
    private static IEnumerable<Occurrence> Variables(BuildModel model)
    {
        foreach (var group in VariablePlaces.Find(model).GroupBy(place => place.Name, StringComparer.Ordinal))
        {
            var places = group.ToList();
            var root = Enumerable.Range(-1, model.Stages.Count + 1).ToDictionary(stage => stage);
            int Root(int stage)
            {
                while (root[stage] != stage)
                {
                    stage = root[stage];
                }

                return stage;
            }

            void Join(int one, int other)
            {
                var (first, second) = (Root(one), Root(other));
                root[Math.Max(first, second)] = Math.Min(first, second);
            }

            foreach (var stage in model.Stages.Where(stage => stage.Base.Stage is not null))
            {
                Join(stage.Index, stage.Base.Stage!.Index);
            }

            var isGlobal = places.Exists(place => place is { Stage: -1, IsDeclaration: true });
            foreach (var place in places.Where(place => place is { IsDeclaration: true, IsArgument: true, Stage: >= 0 } && isGlobal))
            {
                Join(place.Stage, -1);
            }

            foreach (var place in places)
            {
                yield return new Occurrence(
                    place.Span, new Symbol(SymbolKind.Variable, place.Name, Root(place.Stage)), place.IsDeclaration, place.Stage);
            }
        }
    }
}
