using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3055 of hadolint: 7 or 40 digits.</summary>
internal sealed class HadolintLabelNotHash()
    : HadolintLabelForm(new LabelNotHash(), LabelForm.Hash, text => text.Length is 7 or 40 && text.All(char.IsAsciiHexDigitLower));
