/** The fairness ledger over HTTP. */
@NullMarked
package org.yilianti.rotation.fairness.web;

import org.jspecify.annotations.NullMarked;
