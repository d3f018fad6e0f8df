import Markup
import Notebooks
import Plots
import TeX

extension Figure {
  /// The picture as an SVG file, with the rules of style that it uses.
  public var svg: String {
    let sheet = MathMLStyle.sheet + "\n" + Stylesheet.css
    let whole = picture.standalone(css: "").html
    let css = StyleRules(sheet).used(by: StyleRules.classes(in: whole))
    return picture.standalone(css: css).html + "\n"
  }
}
