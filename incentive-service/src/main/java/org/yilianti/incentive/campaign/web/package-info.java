/**
 * Evaluation campaigns over HTTP: draft, name raters, score blind, close, review, publish, object, take over.
 */
@NullMarked
package org.yilianti.incentive.campaign.web;

import org.jspecify.annotations.NullMarked;
