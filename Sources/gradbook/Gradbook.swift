import ArgumentParser
import Reports
@main struct Gradbook: ParsableCommand {}
