/// Geodesy and weighted DBSCAN on the sphere, on primitive arrays.
///
/// The work runs in the order of these rooms: [Grid] and [RadixSort] put the points into [Cells]
/// whose members are all mutual neighbours; [CellStates] settles whole cells without looking at
/// distances; [Blocks] arranges the remaining cells so that most of their points can be counted
/// unseen; [CoreFinder] counts the undecided points; [CoreLinker] unites cells; [BorderAssigner]
/// attaches what is left. Distances that come close to the radius are always decided by the one
/// formula in [Geodesy], so the outcome is that of testing every pair.
@NullMarked
package org.ronghe.sphere;

import org.jspecify.annotations.NullMarked;
