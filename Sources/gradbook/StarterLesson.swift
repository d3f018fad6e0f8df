/// The lesson that `gradbook new` writes.
enum StarterLesson {
  static let text = #"""
    ---
    title: A first lesson
    subtitle: Two moons, one hidden layer
    seed: 1
    params:
      steps: 500
    ---

    Two interleaving half circles cannot be told apart by a straight line. A network with one hidden
    layer can:

    $$
    a_1 = \tanh(X W_1 + b_1), \qquad P = \sigma(a_1 W_2 + b_2)
    $$ {#eq-network}

    ```{data} moons
    generate: {moons: {count: 200, noise: 0.1}}
    test: {fraction: 0.25}
    caption: The points, and how many of each kind.
    ```

    ```{network} net
    input: 2
    layers:
      - {units: 8, activation: tanh}
      - {units: 1, activation: sigmoid}
    loss: binary-cross-entropy
    ```

    Before training, its gradients are held against differences of the loss:

    ```{gradient-check} check
    network: net
    data: moons.train
    ```

    Then @eq-network learns from the training points.

    ```{train} fit
    network: net
    data: moons.train
    learning-rate: 1
    steps: ${steps}
    caption: The loss while it learns.
    ```

    Of the test points it gets {eval}`accuracy(net, moons.test):.1%` right.

    ```{expect}
    worst(check) < 1e-7
    loss(fit, last) < loss(fit, first)
    accuracy(net, moons.test) > 0.8
    ```

    """#
}
