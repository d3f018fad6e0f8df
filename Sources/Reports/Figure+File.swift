import Markup
import Notebooks
import Plots
import TeX

extension Figure {
  /// The picture as an SVG file, with the rules of style that it uses.
  public var svg: String {
    let sheet = MathMLStyle.sheet + "\n" + Stylesheet.css
    let whole = picture.standalone(css: "").html
    return picture.standalone(css: UsedRules(in: whole).of(sheet)).html + "\n"
  }
}
