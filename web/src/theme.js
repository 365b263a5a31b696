// The editors' colours: GraphiQL's own themes under their names, in the page's ember, and with contrast enough for
// everybody on both papers, the editor's and the answer's (at least 4.5 to 1).
import { useMonaco } from "@graphiql/react";
import { useEffect } from "react";

const CLEAR = "#00000000"; // the paper below shows

const colours = ({ ember, wash, paper, quiet, field, focus, brackets }) => ({
  "editor.background": CLEAR,
  "scrollbar.shadow": CLEAR,
  "editorLineNumber.foreground": quiet,
  "editorBracketHighlight.foreground1": brackets[0],
  "editorBracketHighlight.foreground2": brackets[1],
  "editorBracketHighlight.foreground3": brackets[2],
  "textLink.foreground": ember,
  "textLink.activeForeground": ember,
  "editorLink.activeForeground": ember,
  "editorHoverWidget.background": paper,
  "editorWidget.background": paper,
  "editorSuggestWidget.background": paper,
  "editorSuggestWidget.selectedBackground": wash,
  "editorSuggestWidget.selectedForeground": ember,
  "editorSuggestWidget.highlightForeground": ember,
  "list.hoverBackground": wash,
  "list.highlightForeground": ember,
  "list.focusHighlightForeground": ember,
  "menu.background": paper,
  "quickInput.background": paper,
  "quickInputList.focusForeground": focus,
  "input.background": field,
  "toolbar.hoverBackground": wash,
  focusBorder: ember,
});

const LIGHT = {
  base: "vs",
  inherit: true,
  colors: colours({
    ember: "#b3431b",
    wash: "#b3431b19",
    paper: "#ffffff",
    quiet: "#5d6a83",
    field: "#3b4b6811",
    focus: "#444444",
    brackets: ["#0431fa", "#1f6f1f", "#7b3814"],
  }),
  rules: [
    { token: "argument.identifier.gql", foreground: "#5a57b8" },
    { token: "comment", foreground: "#007000" },
    { token: "number", foreground: "#05694a" },
  ],
};

const DARK = {
  base: "vs-dark",
  inherit: true,
  colors: colours({
    ember: "#ff9b6b",
    wash: "#ff9b6b19",
    paper: "#212a3b",
    quiet: "#a9b4c8",
    field: "#b7c2d711",
    focus: "#ffffff",
    brackets: ["#ffd700", "#e08ee0", "#5cb8ff"],
  }),
  rules: [
    { token: "argument.identifier.gql", foreground: "#a9a4ff" },
    { token: "comment", foreground: "#8fbf7a" },
    { token: "keyword", foreground: "#7ab8ec" },
  ],
};

/** Give GraphiQL's two themes these colours, once its editor is there. */
export function useTheme() {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    monaco?.editor.defineTheme("graphiql-LIGHT", LIGHT);
    monaco?.editor.defineTheme("graphiql-DARK", DARK);
  }, [monaco]);
}
