struct Diagnosis {
  let check: ChainCheck
  let left: Chain.Side
  let right: Chain.Side
  let others: [Chain.Side]
  var text: String? { nil }
}
