/**
 * Words around the details that look the same in every convention, as data: media, addresses, days of access. Entries
 * are sources of regular expressions, matched without regard to case; a space stands for any white space.
 */

/** Markers that a description is of an electronic or printed copy (GOST 7.1, 7.82), between square brackets. */
export const mediums = [
  'electronic resource',
  'electronic source',
  'electronic document',
  'internet resource',
  'online resource',
  'online',
  'electronic',
  'text',
  'web page',
  'website',
  'video',
  'электронный ресурс',
  'электрон\\. ?ресурс',
  'электронный документ',
  'электронны рэсурс',
  'электронді ресурс',
  'електронний ресурс',
  'текст',
  'сайт',
  'видео',
  'elektronische ressource',
  'elektronische quelle',
  'online-ressource',
  'ressource électronique',
  'ressource en ligne',
  'en ligne',
  'zasób elektroniczny',
  'dokument elektroniczny',
  'recurso electrónico',
  'en línea',
  'risorsa elettronica',
] as const

/** What stands before an address. */
export const addressLabels = [
  'URLs?',
  'доступно( по (адресу|ссылке))?',
  'режим доступа( к ресурсу)?',
  'рэжым доступу',
  'режим доступу',
  'адрес доступа',
  'электронный адрес',
  'адрес',
  'ссылка',
  'mode of access',
  'access mode',
  'access(ed)? (at|via|from)',
  'available (online )?(at|from|on|via|in)',
  'available',
  'retrieved from',
  'online at',
  'link',
  'verfügbar unter',
  'abrufbar unter',
  'online( verfügbar)? unter',
  'disponible (sur|à l.adresse)',
  'en ligne sur',
  'en ligne(?= ?:)',
  'adresse',
  'tryb dostępu',
  'dostępn[yea] (w|na|pod)( adresem)?',
] as const

/** What stands before the day on which an address was visited. */
export const accessLabels = [
  'дата обращения',
  'дата доступа',
  'дата звароту',
  'дата звернення',
  'дата просмотра',
  'просмотрено',
  'обращение',
  '(last |date )?(of )?access(ed)?( date)?( on)?( the)?',
  'date of (access|appeal|application|reference|treatment|request|retrieval|viewing)',
  'accessed date',
  'retrieval date',
  '(last )?(retrieved|visited|viewed|checked|consulted)( on)?',
  'cited',
  'zuletzt (abgerufen|besucht|aufgerufen|geprüft)( am)?',
  '(abgerufen|aufgerufen|eingesehen)( am)?',
  '(letzter )?(zugriff|abruf)( am)?',
  '(page )?consultée? le',
  'consultation le',
  'date de consultation',
  'dernier accès( le)?',
  'data dostępu',
  'dostęp',
  'consultado( el)?',
] as const

/** The area of GOST R 7.0.100 for the kind of content and the medium: `Текст : электронный`. */
export const mediumForms =
  '(текст|изображение|видео|аудио|электронные данные|text|texte|image|tekst) ?(\\([^()]{3,30}\\) ?)?: ?(непосредственный|электронный|direct|unmediated|electronic|computer|immédiat|électronique|unmittelbar|elektronisch)'
