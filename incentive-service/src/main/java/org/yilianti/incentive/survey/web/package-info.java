/**
 * Question sets and surveys over HTTP.
 */
@NullMarked
package org.yilianti.incentive.survey.web;

import org.jspecify.annotations.NullMarked;
