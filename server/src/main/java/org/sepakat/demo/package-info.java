/**
 * The demo study that the first start makes: what it holds is written in resources, and it comes about by ordinary acts only, as if four people had
 * worked for an afternoon. The people and their words are invented.
 */
package org.sepakat.demo;
