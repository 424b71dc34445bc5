using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3056 of hadolint.</summary>
internal sealed class HadolintLabelNotSemVer() : HadolintLabelForm(new LabelNotSemVer(), LabelForm.SemVer, LabelText.IsSemVer);
