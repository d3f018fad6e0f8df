import Mustache
import Notebooks
