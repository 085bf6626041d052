/**
 * The ledger over HTTP: trial balance, entries and their lines; read only, for the whole association.
 */
@NullMarked
package org.yilianti.incentive.ledger.web;

import org.jspecify.annotations.NullMarked;
