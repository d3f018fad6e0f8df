import Diagnostics
import Neural

extension OptionType where Value == String {
  /// The name of a file that holds a network and nothing else: whatever else stands beside a lesson is
  /// not to be written over.
  static let networkFile = OptionType("a file *.safetensors", standIn: "net.safetensors") {
    setting, context in
    guard let name = OptionType.text.read(setting, context) else { return nil }
    guard name.utf8.reversed().starts(with: ".safetensors".utf8.reversed()) else {
      context.report(
        Diagnostic(
          "network.save", "'\(name.shortened)' is no name for a saved network", at: setting.range,
          help: ["let it end in '.safetensors', as in 'save: mlp.safetensors'"]))
      return nil
    }
    return name
  }
}

extension Session {
  /// Writes a network as a safetensors file in the notebook's folder.
  func save(_ reference: LabelReference, to file: Located<String>) throws(CellFailure) {
    let path = try path(of: file)
    let live = try network(reference)
    do throws(SavedNetworkError) {
      switch live {
      case .float(let network): try network.save(to: path)
      case .double(let network): try network.save(to: path)
      }
    } catch {
      throw CellFailure("network.save", "\(error)", at: file.range)
    }
  }

  /// Reads a network in the precision of the lesson; throws where it is not of this architecture.
  func load(
    _ architecture: Architecture, from file: Located<String>
  ) throws(CellFailure) -> LiveNetwork {
    let path = try path(of: file)
    let live: LiveNetwork
    do throws(SavedNetworkError) {
      switch precision {
      case .float: live = .float(try Network<Float>.load(from: path))
      case .double: live = .double(try Network<Double>.load(from: path))
      }
    } catch {
      throw CellFailure("network.load", "\(error)", at: file.range)
    }
    let found = live.inDouble
    let has = Self.words(
      found.inputs, found.layers.map { ($0.outputs, $0.activation) }, found.loss)
    let wanted = Self.words(
      architecture.inputs, architecture.layers.map { ($0.units, $0.activation) },
      architecture.loss)
    guard has == wanted else {
      throw CellFailure(
        "network.load", "the file holds \(has), not \(wanted)", at: file.range,
        help: ["write the layers and the loss as they were when it was saved"])
    }
    return live
  }

  /// `4-20 relu-3 softmax, cross-entropy`
  private static func words(
    _ inputs: Int, _ layers: [(units: Int, activation: Activation)], _ loss: Loss
  ) -> String {
    ([String(inputs)]
      + layers.map { layer in
        let slope = layer.activation.slope.map { "(\($0))" } ?? ""
        return "\(layer.units) \(layer.activation.name)\(slope)"
      }).joined(separator: "-") + ", \(loss.name)"
  }
}
