package org.yilianti.rotation.repair;

import java.util.List;
import java.util.Map;

/**
 * The ways to fill a duty, best first, and why not others.
 *
 * @param blocked how many people each rule was the first to keep out, by its code
 */
public record Repair(List<Replacement> replacements, Map<String, Integer> blocked) {}
