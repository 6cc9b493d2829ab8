import { describe, expect, it } from 'vitest'
import { splitReferences } from '../../pipeline/build-bibliography/split-references.ts'

describe('notes that name several works', () => {
  it.each([
    [
      'Иванов И. Торговля. М., 2010. С. 5; Петров П. Порты. М., 2012. С. 7–8; см. также: Сидоров С. Пути. СПб., 2014.',
      3,
    ],
    ['Smith, A. (2001). Ports. OUP; Jones, B. (2005). Ships. Verso. See also Brown, C. (2007). Seas. PUF.', 3],
    ['Ibid., p. 5; Smith, A. (2001). Ports. Oxford: OUP.', 2],
    ['Novak, Harbour Towns, 52–53; Okafor, “Tariffs,” 305.', 2],
    ['Иванов И. И. Экономика / И. И. Иванов ; под ред. П. П. Петрова. – М. ; СПб. : Питер, 2010. – С. 5.', 1],
    ['Smith, A.; Jones, B.; Brown, C. Ports and ships. London: Verso, 2005.', 1],
    ['Weber, B. (2005): Der Weg. In: Kraus, M.; Thiel, J. (Hrsg.): Märkte. Berlin: Nomos, S. 15–44.', 1],
    ['Die Zahlen für 1847 fehlen in den Akten; vgl. aber Horst Uhlig, Der Winter, Kassel 1950, S. 61.', 1],
  ])('splits %s', (note, count) => {
    expect(splitReferences(note)).toHaveLength(count)
  })
})
