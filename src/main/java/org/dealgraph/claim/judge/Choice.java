package org.dealgraph.claim.judge;

import org.dealgraph.claim.candidate.Candidate;

/**
 * A candidate that was chosen.
 *
 * @param candidate kind, parties and anchor
 * @param score what words and both judgements give, 0 to 1
 * @param confidence calibrated probability that it is right
 * @param row the numbers it was judged by
 */
public record Choice(Candidate candidate, double score, double confidence, double[] row) {}
