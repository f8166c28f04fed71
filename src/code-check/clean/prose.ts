/** What a line of code has and a sentence lacks. */
const code =
  /[=(){}[\]#;<>`\d*+&|@"'\\]|[.:]\S|[:,]\s*$|^\s*(import|from|class|def|return|raise|global|print|del)\b/;

/** Three words in a row with blanks between, or Chinese: people talk around the code that they paste. */
const talk =
  /^\s*[A-Z][\w’']*,?( [\w’',]+){2,}|^\s*[\u4E00-\u9FFF][\u4E00-\u9FFF\s\w，。、？！：,.?!]{3,}$/;
const question = /^\s*[A-Za-z’']+( [\w’',-]+){2,}[.?!]\s*$/;

/** Sentences among the code go; a text in quotes over several lines stays. */
export function withoutProse(lines: readonly string[]): string[] {
  let isQuoted = false;
  return lines.map((line) => {
    const quotes = line.match(/"""|'''/g)?.length ?? 0;
    const stays = isQuoted || quotes > 0;
    if (quotes % 2 === 1) isQuoted = !isQuoted;
    if (stays) return line;
    return (talk.test(line) && !code.test(line)) || question.test(line) ? '' : line;
  });
}
